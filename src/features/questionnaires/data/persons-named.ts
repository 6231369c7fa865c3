/** The columns in which this room names persons it still needs; who stands in none may be forgotten. */
export const personsNamed = ['responses.person_id', 'result_exports.person_id'] as const

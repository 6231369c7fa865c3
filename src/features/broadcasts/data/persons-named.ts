/** The columns in which this room names persons it still needs; who stands in none may be forgotten. */
export const personsNamed = [
  'broadcasts.author_id',
  'broadcast_recipients.person_id',
  'broadcast_opt_outs.person_id',
  'broadcast_corrections.person_id',
  'broadcast_watchers.person_id',
] as const

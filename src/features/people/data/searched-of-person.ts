const name = `coalesce(given_names, '') || ' ' || coalesce(surname, '')`

/** Marks come off, capitals become small; what is written in two ways is spelt out. */
const unmarked = (text: string) => `regexp_replace(normalize(${text}, NFKD), '[\\u0300-\\u036f]', '', 'g')`
const small = (text: string) => `lower(translate(${text}, 'ıŁłØøĐđÐðÞŒÆ', 'illooddddþœæ'))`
const spelledOut = (text: string) =>
  [
    ['ß', 'ss'],
    ['œ', 'oe'],
    ['æ', 'ae'],
    ['þ', 'th'],
  ].reduce((folded, [letter, letters]) => `replace(${folded}, '${letter}', '${letters}')`, text)

/** SQL: what a person is found by: ` ayse yilmaz +905321234567`. Only what cannot change its mind may stand in it. */
export const searchedOfPerson = `' ' || ${spelledOut(small(unmarked(name)))} || ' ' || coalesce(phone, '')`

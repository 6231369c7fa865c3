/** @typedef {import('./store.js').PhoneState} PhoneState */

/** @param {PhoneState} phone */
export const fullNameOf = ({ user, label }) =>
  [user.first_name, user.last_name].filter(Boolean).join(' ') || label

/** A place in the visitor's language where it has a name there, else in its own. @param {string} place */
export const placeNameOf = (place, { say, has }) => (has(`place.${place}`) ? say(`place.${place}`) : place)

/**
 * The phones that are on the table: the coordinator's first, then the one that speaks the visitor's language, where
 * the story begins.
 * @param {Readonly<Record<number, PhoneState>>} phones @param {readonly number[]} hidden @param {string} language
 */
export function phonesOnTable(phones, hidden, language) {
  const rank = ({ role, user }) =>
    role === 'coordinator' ? 0 : role && firstLanguageOf(user) === language ? 1 : 2
  return Object.values(phones)
    .filter(({ user }) => !hidden.includes(user.id))
    .sort((a, b) => rank(a) - rank(b))
}

/** @type {Map<number, string | undefined>} */
const firstLanguages = new Map()

/** A phone does not change places when somebody changes its language: the first one seen counts. */
function firstLanguageOf({ id, language_code: code }) {
  if (!firstLanguages.has(id)) firstLanguages.set(id, code)
  return firstLanguages.get(id)
}

/** Who plays which part for this visitor: the coordinator, and the representative with whom to begin. */
export function castOf(shown) {
  return {
    coordinator: shown.find(({ role, deleted }) => role === 'coordinator' && !deleted),
    representative: shown.find(({ role, deleted }) => role === 'representative' && !deleted),
  }
}

/** How the digits of a country stand together; its code in front. */
const groups = [
  /^(90)(\d{3})(\d{3})(\d{2})(\d{2})$/,
  /^(34)(\d{3})(\d{3})(\d{3})$/,
  /^(33)(\d)(\d{2})(\d{2})(\d{2})(\d{2})$/,
  /^(44)(\d{4})(\d{6})$/,
]

/** `905321110101` as `+90 532 111 01 01`; of other countries as it is. @param {string} digits */
export function phoneNumberOf(digits) {
  const plain = digits.replace(/\D/g, '')
  const parts = groups.map((group) => group.exec(plain)).find(Boolean)
  return `+${parts ? parts.slice(1).join(' ') : plain}`
}

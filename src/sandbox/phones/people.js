/** @typedef {import('./store.js').PhoneState} PhoneState */

/** @param {PhoneState} phone */
export const fullNameOf = ({ user, label }) =>
  [user.first_name, user.last_name].filter(Boolean).join(' ') || label

/** `905321110101` as `+90 532 111 0101`, well enough for a card. @param {string} digits */
export function phoneNumberOf(digits) {
  const plain = digits.replace(/\D/g, '')
  const parts = /^(90|34|33|44|49|1)?(\d{3})(\d{3})(\d+)$/.exec(plain)
  return parts ? `+${parts.slice(1).filter(Boolean).join(' ')}` : `+${plain}`
}

/** The same colour for the same person everywhere: one of six, by id. @param {number} id */
export const hueOf = (id) => [168, 262, 24, 205, 330, 92][id % 6]

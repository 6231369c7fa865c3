/** A start that cannot go on, told to the person at the keyboard: the message says what is wrong and how to mend it. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
}

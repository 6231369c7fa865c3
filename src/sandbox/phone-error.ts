/** Why a phone cannot do something; the page has a sentence for each in the language of the phone. */
export type PhoneRefusal =
  | 'deleted'
  | 'notStarted'
  | 'blocked'
  | 'noButton'
  | 'notYours'
  | 'notForwardable'
  | 'empty'
  | 'tooLong'
  | 'clockBack'
  | 'noMoment'

/** Something a phone cannot do just now, in a sentence for whoever reads it without the page. */
export class PhoneError extends Error {
  readonly refusal: PhoneRefusal | undefined

  constructor(message: string, refusal?: PhoneRefusal) {
    super(message)
    this.refusal = refusal
    this.name = 'PhoneError'
  }
}

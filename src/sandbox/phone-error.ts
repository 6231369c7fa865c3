/** Something a phone cannot do just now; the page shows the sentence. */
export class PhoneError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'PhoneError'
  }
}

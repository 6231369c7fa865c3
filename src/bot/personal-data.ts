/** What a room shows somebody of what it keeps about them: rows by the name of their table, and files beside them. */
export interface ShownData {
  rows: Readonly<Record<string, readonly object[]>>
  files: readonly { name: string; content: Uint8Array }[]
}

/** What a room keeps of people: `/privacy` walks these corners for *my data* and *erase me*. */
export interface PersonalData {
  /** Every table of the room that says something about somebody; a test compares them with the schema. */
  tables: readonly string[]
  /** Those of them of which somebody is shown rows. */
  shown: readonly string[]
  show(personId: number): Promise<ShownData>
  /** Takes a person out, in the transaction that erases them everywhere. */
  erase(personId: number): Promise<void>
}

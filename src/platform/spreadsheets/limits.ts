/** What a file may be at most; whoever needs more has sent something else than a programme or a questionnaire. */
export const limits = {
  fileBytes: 8 * 1024 * 1024,
  /** One unpacked part of the file (a sheet, the texts). */
  partBytes: 48 * 1024 * 1024,
  /** All unpacked parts together. */
  unpackedBytes: 96 * 1024 * 1024,
  sheets: 100,
  rowsPerSheet: 20_000,
  columns: 1_000,
  cells: 500_000,
  texts: 1_000_000,
} as const

/** The live message of an upload. */
export const screenOf = (uploadId: number) => `upload:${uploadId}`

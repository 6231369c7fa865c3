/** What is kept of words that somebody has spoken: the number of the file, and how long it is. */
export interface VoiceAnswer {
  fileId: number
  seconds: number
}

export const voiceAnswer = ({ fileId, seconds }: VoiceAnswer): string => `file:${fileId}:${seconds}`

/** The spoken answer to a question for words, if the value is one. */
export function voiceIn(value: string): VoiceAnswer | undefined {
  const [, fileId, seconds] = /^file:(\d{1,15}):(\d{1,6})$/.exec(value) ?? []
  return fileId === undefined ? undefined : { fileId: Number(fileId), seconds: Number(seconds) }
}

/** Typed words are never taken for a file. */
export const asWritten = (text: string): string => text.replace(/^file:(?=\d)/, 'file: ')

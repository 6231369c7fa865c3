/** A part of what somebody gets: the words, a medium before them, or a copy on another phone of theirs. */
export type PartKind = 'words' | 'media' | 'copy'

export interface BroadcastPart {
  recipientId: number
  kind: PartKind
  /** Which of the media. */
  nth: number
}

const prefix = 'broadcast'
const letters = { words: 'w', media: 'm', copy: 'c' } as const
const kinds: Readonly<Record<string, PartKind>> = { w: 'words', m: 'media', c: 'copy' }

/** What a delivery is about: `broadcast:17:w`, `broadcast:17:m0`. */
export const aboutPart = ({ recipientId, kind, nth }: BroadcastPart): string =>
  `${prefix}:${recipientId}:${letters[kind]}${kind === 'words' ? '' : nth}`

/** Reads it again; undefined where it is somebody else's. */
export function readPart(about: string): BroadcastPart | undefined {
  const [, id, letter = '', nth] = /^broadcast:(\d+):([wmc])(\d*)$/.exec(about) ?? []
  const kind = kinds[letter]
  return kind && { recipientId: Number(id), kind, nth: Number(nth) }
}

/**
 * A part of what somebody gets: the words, a medium before them, the same on another phone of theirs (there the words are a
 * message or a caption), or a short note about it.
 */
export type PartKind = 'words' | 'media' | 'copyWords' | 'copyCaption' | 'copyMedia' | 'note'

export interface BroadcastPart {
  recipientId: number
  kind: PartKind
  /** Which of the media; of words on another phone, the correction that they have. */
  nth: number
}

const prefix = 'broadcast'
const letters = {
  words: 'w',
  media: 'm',
  copyWords: 'cw',
  copyCaption: 'cc',
  copyMedia: 'cm',
  note: 'n',
} as const satisfies Record<PartKind, string>
const kinds = new Map(Object.entries(letters).map(([kind, letter]) => [letter as string, kind as PartKind]))

/** What a delivery is about: `broadcast:17:w`, `broadcast:17:m0`. */
export const aboutPart = ({ recipientId, kind, nth }: BroadcastPart): string =>
  `${prefix}:${recipientId}:${letters[kind]}${kind === 'words' ? '' : nth}`

/** Reads it again; undefined where it is somebody else's. */
export function readPart(about: string): BroadcastPart | undefined {
  const [, id, letter = '', nth] = /^broadcast:(\d+):([a-z]+)(\d*)$/.exec(about) ?? []
  const kind = kinds.get(letter)
  return kind && { recipientId: Number(id), kind, nth: Number(nth) }
}

/** What the alteration of a message is about. */
export const aboutAlteration = (id: number): string => `${prefix}-altered:${id}`

export function readAlteration(about: string): number | undefined {
  const id = /^broadcast-altered:(\d+)$/.exec(about)?.[1]
  return id === undefined ? undefined : Number(id)
}

import type { AlbumItem, Deliverable } from '../../../bot/message.ts'
import type { FileMedium, Medium } from '../domain/content.ts'

/** Media as messages of their own: what can stand in an album does, the rest one after the other. */
export function mediaMessages(media: readonly Medium[], isSilent = false): Deliverable[] {
  const silence = isSilent ? { isSilent } : {}
  const album = media.every(isOfAlbum) ? media : []
  if (album.length > 1) return [{ items: album.map(asItem), ...silence }]
  return media.map((medium) => ({ ...alone(medium), ...silence }))
}

const isOfAlbum = (medium: Medium): medium is FileMedium & { kind: AlbumItem['kind'] } =>
  ['photo', 'video', 'document', 'audio'].includes(medium.kind)

const asItem = ({ kind, fileId }: FileMedium & { kind: AlbumItem['kind'] }): AlbumItem => ({ kind, fileId })

function alone(medium: Medium): Deliverable {
  if ('fileId' in medium) return { name: '', content: medium.fileId, as: medium.kind }
  if (medium.kind === 'contact') {
    const { phone, firstName, lastName } = medium
    return { phone, firstName, ...(lastName === undefined ? {} : { lastName }) }
  }
  const { kind, latitude, longitude, title = '', address = '' } = medium
  return kind === 'venue' ? { latitude, longitude, title, address } : { latitude, longitude }
}

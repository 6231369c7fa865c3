import { afterEach, describe, expect, test } from 'vitest'
import { newestBroadcast, onTheRoad } from '../support/broadcasts.ts'
import type { Person } from '../support/person.ts'
import type { World } from '../support/world.ts'

let world: World
afterEach(() => world.close())

async function begins(...given: Parameters<typeof onTheRoad>) {
  const road = await onTheRoad(...given)
  world = road.world
  return road
}

const bytes = new Uint8Array([1, 2, 3])
const photo = { kind: 'photo', name: 'p.jpg', mimeType: 'image/jpeg', bytes } as const
const pdf = { kind: 'document', name: 'plan.pdf', mimeType: 'application/pdf', bytes } as const

async function toBarcelona(zeynep: Person): Promise<void> {
  await zeynep.taps('Barselona')
  await zeynep.taps('Tamam (1 kişi)')
}

const media = async () => ((await newestBroadcast(world))?.['content'] as { media: unknown[] }).media

describe('what can be sent', () => {
  test('an album is one content, with the caption of its first picture', async () => {
    const { zeynep } = await begins(['tr'])
    await zeynep.writes('/broadcast')
    await zeynep.does((phone) => phone.sendFile({ ...photo, caption: 'Otelin önü', albumOf: 4 }))
    expect(await media()).toHaveLength(4)
    await toBarcelona(zeynep)
    expect(zeynep.last).toContain('📎 4 fotoğraf')
    expect(zeynep.last).toContain('Otelin önü')
    await zeynep.taps('Önizle')
    zeynep.sees('DENEME')
    expect(world.calls.filter(({ method }) => method === 'sendMediaGroup')).toHaveLength(1)
  })

  test('a document, also where a spreadsheet would be read otherwise', async () => {
    const { zeynep } = await begins(['tr'])
    await zeynep.writes('/broadcast')
    await zeynep.does((phone) => phone.sendFile({ ...pdf, caption: 'Program' }))
    await toBarcelona(zeynep)
    expect(zeynep.last).toContain('📎 1 belge')
    await zeynep.taps('✎ Ek')
    await zeynep.does((phone) => phone.shareLocation({ latitude: 41.38, longitude: 2.17 }))
    expect(zeynep.last).toContain('📎 1 konum')
    expect(zeynep.last).toContain('Program')
    await zeynep.taps('✎ Ek')
    await zeynep.taps('Ek olmasın')
    expect(await media()).toEqual([])
  })

  test('a contact, a place, a voice: without words no language is missing', async () => {
    const { zeynep } = await begins(['es'])
    await zeynep.writes('/broadcast')
    await zeynep.does((phone) =>
      phone.shareContact({ contact: { phoneNumber: '+34600111222', firstName: 'Núria' } }),
    )
    await toBarcelona(zeynep)
    expect(zeynep.last).toContain('📎 1 kişi kartı')
    await zeynep.taps('Önizle')
    await zeynep.taps('✎ Ek')
    await zeynep.does((phone) =>
      phone.sendFile({ kind: 'voice', name: 'v.ogg', mimeType: 'audio/ogg', bytes }),
    )
    expect(zeynep.last).toContain('📎 1 sesli mesaj')
    await zeynep.taps('📣 Gönder (1 kişi)')
    expect(await newestBroadcast(world)).toMatchObject({ state: 'arming' })
  })

  test('a sticker is refused with what works, and the question stays', async () => {
    const { zeynep } = await begins(['tr'])
    await zeynep.writes('/broadcast')
    await zeynep.does((phone) => phone.sendSticker({ emoji: '👍' }))
    expect(zeynep.last).toContain('Çıkartma, anket, oyun')
    expect(zeynep.last).toContain('Ne söylemek istiyorsunuz?')
  })

  test('what she edits in her own message changes the draft', async () => {
    const { zeynep } = await begins(['tr'])
    await zeynep.writes('/broadcast')
    await zeynep.writes('Otobüs 20:03')
    const { id } = zeynep.phone.state().messages.findLast(({ text }) => text === 'Otobüs 20:03') ?? { id: 0 }
    await toBarcelona(zeynep)
    await zeynep.does((phone) => phone.edit({ messageId: id, text: 'Otobüs 20:30' }))
    expect(zeynep.last).toContain('Otobüs 20:30')
    await zeynep.writes('/cancel')
    await zeynep.does((phone) => phone.edit({ messageId: id, text: 'Otobüs 20:45' }))
    expect(zeynep.last).toContain('Taslağınızı da değiştirdim')
    expect(await newestBroadcast(world)).toMatchObject({ content: { texts: { tr: 'Otobüs 20:45' } } })
  })
})

describe('by forwarding', () => {
  test('what a coordinator forwards is offered to be sent, an album as a whole', async () => {
    const { zeynep, people } = await begins(['tr'])
    await zeynep.does((phone) => phone.sendFile({ ...photo, caption: 'Harita', albumOf: 3 }))
    expect(zeynep.texts.filter((text) => text.includes('göndermek ister misiniz'))).toHaveLength(1)
    expect(await media()).toHaveLength(3)
    await zeynep.taps('Evet, kime gideceğini seç')
    await toBarcelona(zeynep)
    expect(zeynep.last).toContain('📎 3 fotoğraf')
    await people[0]?.writes('Otobüs nerede?')
    const from = people[0]?.phone.state().messages.findLast(({ text }) => text === 'Otobüs nerede?')
    await zeynep.writes('/cancel')
    await zeynep.does((phone) => phone.forward({ fromUserId: people[0]?.id ?? 0, messageId: from?.id ?? 0 }))
    zeynep.sees('📣 Bunu birilerine göndermek ister misiniz?\nOtobüs nerede?')
    const take = zeynep.holds('Evet, kime')
    await zeynep.taps('Hayır')
    expect(zeynep.texts.at(-1)).toContain('Peki, saklamadım')
    expect(await zeynep.presses(take)).toContain('artık yok')
  })

  test('somebody who coordinates nothing is not asked; a document of hers says that lists are Excel files', async () => {
    const { zeynep, people } = await begins(['tr'])
    await people[0]?.does((phone) => phone.sendFile(photo))
    people[0]?.doesNotSee('göndermek ister misiniz')
    await zeynep.does((phone) => phone.sendFile(pdf))
    expect(zeynep.last).toContain('Excel (.xlsx) dosyası gerekir')
    expect(zeynep.last).toContain('1 belge')
  })
})

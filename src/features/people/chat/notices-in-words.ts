import type { Texts } from '../../../platform/texts/open-texts.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { notices, type NoticeSubject } from '../actions/notices.ts'
import type { ControllerStore } from '../data/controller-store.ts'
import { noticeText } from './notice-view.ts'

export interface NoticesInWordsNeeds {
  controllers: ControllerStore
  texts: Texts
  homeCountry: string | undefined
  botUsername: string
}

/** The notices in force, and the same as people read them. */
export function noticesInWords({ controllers, texts, homeCountry, botUsername }: NoticesInWordsNeeds) {
  const wording = texts.words('tr').plain('notice:version')
  const noticeAbout = notices({ controllers, wording, homeCountry })
  return {
    wording,
    noticeAbout,
    async noticeFor(words: Words, about?: NoticeSubject) {
      const notice = await noticeAbout(about)
      return { ...notice, text: noticeText(words, notice, botUsername) }
    },
  }
}

import type { Chat } from '../../../bot/context.ts'
import { writeSpreadsheet } from '../../../platform/spreadsheets/index.ts'
import type { Answer } from './answer.ts'
import { screenOf } from './screen.ts'

/** Puts what there is to say about a file in place of what its live message said. */
export async function showAnswer(chat: Chat, uploadId: number, { message, file }: Answer): Promise<void> {
  chat.display(screenOf(uploadId), message)
  if (file) await chat.tellDocument({ name: file.name, content: await writeSpreadsheet(file.sheets) })
}

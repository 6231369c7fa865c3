import type { Words } from '../../../../platform/texts/words.ts'
import { readText } from '../../../../shared/localized-text.ts'
import { formatPhone } from '../../../people/index.ts'
import { titleOf, type Activity } from '../../domain/activity.ts'
import { supportedPerFirm } from '../../domain/seats.ts'

/** The kind, unless the title says it already. */
export function nameAndKind(words: Words, activity: Activity): string {
  const title = titleOf(activity, words.language)
  const kind = words.plain(`activities:kind.${activity.kind}`)
  const head = `<b>${words('activities:trips.name', { title })}</b>`
  const isSaid = title.toLocaleLowerCase(words.language).includes(kind.toLocaleLowerCase(words.language))
  return isSaid ? head : `${head}\n${kind}`
}

/** What it costs and whom to call, where the coordinator has said so. */
export function feeAndPhone(words: Words, activity: Activity): string[] {
  const { details, workingLanguage } = activity
  const supported = supportedPerFirm(activity)
  const fee = readText(details['fee'] ?? {}, words.language, workingLanguage ?? undefined)
  const phone = details['dutyPhone']
  return [
    ...(fee ? [words('activities:trips.fee', { fee })] : []),
    ...(supported === undefined ? [] : [words('activities:trips.supported', { count: supported })]),
    ...(typeof phone === 'string' ? [words('activities:trips.duty', { phone: formatPhone(phone) })] : []),
  ]
}

/** What the funder has printed wherever the activity is made known. */
export function fundingNotice(words: Words, { details, workingLanguage }: Activity): string[] {
  const notice = readText(details['fundingNotice'] ?? {}, words.language, workingLanguage ?? undefined)
  return notice ? [words('activities:trips.funding', { notice })] : []
}

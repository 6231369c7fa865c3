import { createHash } from 'node:crypto'
import type { Words } from '../../../../platform/texts/words.ts'
import { foldForSearch } from '../../../../shared/search-folding.ts'
import type { Activity } from '../../../activities/index.ts'
import type { Reach } from '../../../people/index.ts'
import type { PartOf } from '../../data/audience-options.ts'
import type { Audience } from '../../domain/audience.ts'

/** An audience as somebody looks at it who may write to the people within a reach. */
export interface AudienceScene {
  words: Words
  audience: Audience
  activity: Activity | undefined
  reach: Reach
}

/** Something to choose at a condition. */
export interface Option {
  /** Says by itself what is meant, because old buttons stay in old chats. */
  key: string
  label: string
  isOn: boolean
  /** There is more to choose within. */
  leadsOn?: boolean
}

/** A part of what there is to choose, within what was chosen before. */
export interface WantedOptions extends PartOf {
  path: readonly string[]
}

export interface OptionPage {
  options: Option[]
  total: number
}

/** One of the things by which an audience is narrowed down. */
export interface Condition {
  /** Whether there is anything to choose. */
  isOffered(scene: AudienceScene): boolean | Promise<boolean>
  isSet(audience: Audience): boolean
  options(scene: AudienceScene, wanted: WantedOptions): Promise<OptionPage>
  /** The audience with it, or without it; `undefined` where the key means nothing any more. */
  put(scene: AudienceScene, key: string, isOn: boolean): Promise<Audience | undefined> | Audience | undefined
  /** What it says of the audience in a few words, while it is set. */
  say(scene: AudienceScene): Promise<string> | string
}

/** A part of a list that is short enough to be known as a whole. */
export function partOf(all: readonly Option[], { offset, limit, search }: PartOf): OptionPage {
  const wanted = foldForSearch(search ?? '').split(' ')
  const fitting = all.filter(({ label }) => {
    const folded = foldForSearch(label)
    return wanted.every((word) => folded.includes(word))
  })
  return { options: fitting.slice(offset, offset + limit), total: fitting.length }
}

/** A few letters that stand for a text which is too long for a button. */
export const shortKey = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 6)

/** A list with something in it, or without it. */
export const withOrWithout = <Value>(list: readonly Value[], value: Value, isOn: boolean): Value[] => [
  ...list.filter((each) => each !== value),
  ...(isOn ? [value] : []),
]

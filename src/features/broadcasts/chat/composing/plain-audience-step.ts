import { typedChoice } from '../../../../bot/drafts/typed-words.ts'
import type { Clock } from '../../../../platform/clock.ts'
import { formatList } from '../../../../platform/texts/numbers.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { groupKey, groupsOf } from '../../../../shared/groups.ts'
import type { Language } from '../../../../shared/localized-text.ts'
import { draftErrors } from '../../../../shared/own-draft.ts'
import { titleOf, type Activities } from '../../../activities/index.ts'
import { reachOf, type People } from '../../../people/index.ts'
import type { AudienceLook } from '../../data/audience-numbers.ts'
import type { plainAudience } from '../../data/plain-audience.ts'
import { audienceStates, everybodyOf, type Audience } from '../../domain/audience.ts'
import { composingErrors } from '../../domain/composing/errors.ts'
import type { AudienceStep } from './audience-step.ts'

export interface PlainAudienceNeeds {
  people: Pick<People, 'roles'>
  activities: Pick<Activities, 'store'>
  audience: ReturnType<typeof plainAudience>
  look: Pick<AudienceLook, 'count'>
  clock: Clock
  homeTimeZone: string
}

const mostActivities = 20
const mostGroups = 12

/** Whom it is for, by activity, state and groups. */
export function plainAudienceStep(needs: PlainAudienceNeeds): AudienceStep {
  const { people, activities, look, clock, homeTimeZone } = needs

  async function activityChoices(personId: number | null, language: Language) {
    const grants = personId === null ? [] : await people.roles.of(personId)
    const today = clock.now().toZonedDateTimeISO(homeTimeZone).toPlainDate()
    const page = { offset: 0, limit: mostActivities }
    const found = await activities.store.onDesk('running', today, reachOf(grants), page)
    return found.activities.map((activity) => ({
      label: shortenedTo(titleOf(activity, language), 60),
      value: `a${activity.id}`,
    }))
  }

  async function groupsAt(audience: Audience): Promise<string[]> {
    return groupsOf(await needs.audience.inStates(audience))
      .toSorted()
      .slice(0, mostGroups)
  }

  const isIn = (groups: readonly string[], group: string) =>
    groups.some((each) => groupKey(each) === groupKey(group))

  const step: AudienceStep = {
    async prompt({ viewer, words }, { audience }) {
      if (audience.activityId === null) {
        const choices = await activityChoices(viewer.personId, words.language)
        return {
          text: words(choices.length > 0 ? 'composing:ask.activity' : 'composing:ask.noActivity'),
          choices,
        }
      }
      const tick = (isOn: boolean, label: string, value: string) => ({
        label: `${isOn ? '✅' : '▫️'} ${label}`,
        value: `${isOn ? '-' : '+'}${value}`,
      })
      const groups = await groupsAt(audience)
      const { people: count } = await look.count(audience)
      const activity = await activities.store.read(audience.activityId)
      return {
        text: words('composing:ask.audience', {
          activity: activity ? titleOf(activity, words.language) : '',
          count,
        }),
        choices: [
          ...audienceStates.map((state) =>
            tick(audience.states.includes(state), words.plain(`composing:states.${state}`), state),
          ),
          ...groups.map((group, at) => tick(isIn(audience.groups, group), shortenedTo(group, 30), `g${at}`)),
          { label: words.plain('composing:ask.otherActivity'), value: 'other' },
          { label: words.plain('composing:ask.done', { count }), value: 'done' },
        ],
      }
    },

    async answer(chat, draft, raw) {
      const { audience } = draft
      const { choices } = await step.prompt(chat, draft)
      const value = raw.kind === 'choice' ? raw.value : typedChoice(choices, raw.text)?.value
      if (value === undefined) throw draftErrors.chooseOne()
      const goesOn = (changed: Audience) => ({ audience: changed, isChosen: false })
      if (/^a\d+$/.test(value)) return goesOn(everybodyOf(Number(value.slice(1))))
      if (value === 'other') return goesOn(everybodyOf(null))
      if (value === 'done') {
        if ((await look.count(audience)).people === 0) throw composingErrors.nobody()
        return { audience, isChosen: true }
      }
      return goesOn(await ticked(audience, value.startsWith('+'), value.slice(1)))
    },

    async describe({ words }, { activityId, states, groups }) {
      const activity = activityId === null ? undefined : await activities.store.read(activityId)
      return [
        activity ? titleOf(activity, words.language) : '',
        formatList(
          states.map((state) => words.plain(`composing:states.${state}`)),
          words.language,
        ),
        formatList(groups, words.language),
      ]
        .filter(Boolean)
        .join(' · ')
    },
  }
  return step

  async function ticked(audience: Audience, isOn: boolean, what: string): Promise<Audience> {
    const state = audienceStates.find((each) => each === what)
    if (state)
      return {
        ...audience,
        states: audienceStates.filter((each) => (each === state ? isOn : audience.states.includes(each))),
      }
    const group = /^g\d+$/.test(what) ? (await groupsAt(audience))[Number(what.slice(1))] : undefined
    if (group === undefined) throw draftErrors.answered()
    const others = audience.groups.filter((each) => groupKey(each) !== groupKey(group))
    return { ...audience, groups: isOn ? [...others, group] : others }
  }
}

import { foldForSearch } from '../../../shared/search-folding.ts'
import { peopleErrors } from './errors.ts'

/** Reads a typed yes or no in any of the four languages, whichever is spoken; 1 is yes, 2 and 0 are no, as on buttons. */
export function readYesOrNo(text: string): boolean {
  const folded = foldForSearch(text)
  if (yes.has(folded) || /^\s*[👍✅☑✔]/u.test(text)) return true
  if (no.has(folded) || /^\s*[👎❌✖🚫]/u.test(text)) return false
  throw peopleErrors.yesOrNoUnclear()
}

const words = (list: string) => new Set(list.split('|').map(foldForSearch))

const yes = words(
  'evet|e|evt|olur|tamam|elbette|tabii|tabi|tabii ki|lütfen|evet lütfen|isterim|istiyorum|gerekli|gerekiyor|var|' +
    'yes|y|yep|yeah|yes please|ok|okay|sure|of course|true|' +
    'sí|s|sí por favor|claro|vale|de acuerdo|por supuesto|' +
    'oui|o|oui svp|bien sûr|d’accord|volontiers|1',
)

const no = words(
  'hayır|h|hyr|yok|olmaz|istemem|istemiyorum|gerekmez|gerek yok|hayır teşekkürler|' +
    'no|n|nope|no thanks|no thank you|false|' +
    'no gracias|non|non merci|2|0',
)

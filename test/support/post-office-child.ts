import { reportToParent } from './child-report.ts'
import { openPostOffice, type PostOfficeOptions } from './post-office.ts'

// A post office in a process of its own, that can be killed: it sends letters for as long as there are any.
const office = await openPostOffice(JSON.parse(process.argv[2] ?? '{}') as PostOfficeOptions)
setInterval(() => void office.sendLetters(), 50)
reportToParent()

import { finishedForm } from '../finished-form.ts'
import { note, say, together } from '../rows.ts'
import { competencies } from './competencies.ts'
import { engagement } from './engagement.ts'
import { firm } from './firm.ts'
import { heritage } from './heritage.ts'
import { means } from './means.ts'
import { offering } from './offering.ts'
import { relationships } from './relationships.ts'
import { result } from './result.ts'
import { scores } from './scores.ts'

/** 39 questions to firms of the rail and aviation clusters, and how ready they are to export. */
export const needsAnalysis = finishedForm({
  id: 'needs_analysis',
  title: say(
    'İhtiyaç analizi: raylı sistemler ve havacılık',
    'Needs analysis: rail and aviation',
    'Diagnóstico de necesidades: ferrocarril y aviación',
    'Diagnostic des besoins : ferroviaire et aéronautique',
  ),
  settings: { heyet_purpose: 'needs_analysis', heyet_scope: 'firm' },
  part: () =>
    together(
      note(
        'welcome',
        say(
          'Firmanızın ihracat için neye ihtiyaç duyduğunu birlikte görelim. Sorular firma adına bir kez yanıtlanır; dilediğiniz an ara verebilirsiniz, firmanızdan bir çalışma arkadaşınız da kaldığınız yerden devam edebilir.',
          'Let us see together what your firm needs in order to export. The questions are answered once for the firm; you can pause at any time, and a colleague of your firm can go on from there.',
          'Veamos qué necesita su empresa para exportar. Las preguntas se responden una vez por empresa; puede hacer una pausa en cualquier momento y otra persona de su empresa puede continuar.',
          'Voyons ensemble ce dont votre entreprise a besoin pour exporter. On répond une seule fois par entreprise ; vous pouvez faire une pause à tout moment, et un ou une collègue peut continuer.',
        ),
      ),
      firm,
      heritage,
      competencies,
      offering,
      means,
      relationships,
      engagement,
      scores,
      result,
    ),
})

import { offer, rank, selectMultiple } from '../choices.ts'
import { question, say, together } from '../rows.ts'

/** Of G: what a delegation and the consultants should bring. */
export const wishes = together(
  selectMultiple(
    'G4',
    say(
      'Bir heyet size ne kazandırmalı?',
      'What must a delegation bring you?',
      '¿Qué debe aportarle una misión comercial?',
      'Que doit vous apporter une mission commerciale ?',
    ),
    [
      offer(
        'supplier_listing',
        say(
          'Ana üreticide tedarikçi kaydı',
          'Supplier listing at an OEM',
          'Ser proveedor de un fabricante',
          'Référencement constructeur',
        ),
      ),
      offer(
        'distributor',
        say('Distribütör / temsilci', 'Distributor / agent', 'Distribuidor / agente', 'Distributeur / agent'),
      ),
      offer(
        'partner',
        say(
          'Teknoloji / iş ortağı',
          'Technology / JV partner',
          'Socio tecnológico',
          'Partenaire technologique',
        ),
      ),
      offer(
        'benchmark',
        say('Örnek tesis ziyareti', 'Benchmark visit', 'Visita de referencia', 'Visite de référence'),
      ),
      offer('buying', say('Satın alma', 'Buying / sourcing', 'Compras', 'Achats')),
    ],
    { most: 2 },
  ),
  question(
    'text',
    'G5',
    say(
      'Görüşmek istediğiniz firma ve kişi profili',
      'The firm and person you would like to meet',
      'La empresa y la persona con las que desea reunirse',
      'L’entreprise et la personne que vous souhaitez rencontrer',
    ),
    {
      appearance: 'multiline',
      required: 'no',
      hint: say(
        'En çok 300 karakter. Örneğin: boji üreten bir firmanın satın alma müdürü',
        'Up to 300 characters. For example: the purchasing manager of a bogie maker',
        'Hasta 300 caracteres. Por ejemplo: la dirección de compras de un fabricante de bogies',
        '300 caractères au plus. Par exemple : la direction des achats d’un fabricant de bogies',
      ),
      constraint: 'string-length(.) <= 300',
      constraint_message: say(
        'Lütfen en çok 300 karakterle anlatınız.',
        'Please describe it in 300 characters at most.',
        'Descríbalo en 300 caracteres como máximo.',
        'Veuillez vous limiter à 300 caractères.',
      ),
    },
  ),
  rank(
    'G6',
    say(
      'Hangi danışmanlıklardan yararlanırdınız? En önemli üçünü sıralayınız.',
      'Which consultancy would you use? Put the three that matter most in order.',
      '¿Qué asesoramiento utilizaría? Ordene los tres más importantes.',
      'Quel conseil vous serait utile ? Classez les trois plus importants.',
    ),
    [
      offer('certification', say('Belgelendirme', 'Certification', 'Certificación', 'Certification')),
      offer(
        'costing',
        say('Maliyet / fiyatlandırma', 'Costing / pricing', 'Costes / precios', 'Coûts / prix'),
      ),
      offer(
        'research',
        say('Pazar araştırması', 'Market research', 'Estudios de mercado', 'Études de marché'),
      ),
      offer(
        'catalogue',
        say(
          'İngilizce katalog / web',
          'Catalogue / web in English',
          'Catálogo / web en inglés',
          'Catalogue / site en anglais',
        ),
      ),
      offer('lean', say('Yalın üretim / kalite', 'Lean / quality', 'Lean / calidad', 'Lean / qualité')),
      offer('funds', say('AB fonları', 'EU funds', 'Fondos de la UE', 'Fonds européens')),
      offer('legal', say('Hukuk / sözleşme', 'Legal / contracts', 'Derecho / contratos', 'Droit / contrats')),
    ],
    { most: 3 },
  ),
)

import { offer, selectMultiple, selectOne } from '../choices.ts'
import { question, same, say, section } from '../rows.ts'
import { products } from './products.ts'

/** A: the firm itself. Nothing of it is scored. */
export const firm = section(
  'A_firm',
  { label: say('A · Firmanız', 'A · Your firm', 'A · Su empresa', 'A · Votre entreprise') },
  selectOne(
    'A1',
    say(
      'Firmanız hangi kümede yer alıyor?',
      'Which cluster does your firm belong to?',
      '¿A qué clúster pertenece su empresa?',
      'À quel cluster votre entreprise appartient-elle ?',
    ),
    [
      offer('rail', say('Raylı sistemler', 'Rail systems', 'Sistemas ferroviarios', 'Systèmes ferroviaires')),
      offer('aviation', say('Havacılık', 'Aviation', 'Aviación', 'Aéronautique')),
      offer('both', say('Her ikisi', 'Both', 'Ambos', 'Les deux')),
      offer('none', say('Başka bir sektör', 'Another sector', 'Otro sector', 'Un autre secteur')),
    ],
    { cells: { heyet_profile: 'firm.cluster' } },
  ),
  selectOne(
    'A2',
    say(
      'Firmadaki göreviniz nedir?',
      'What is your role in the firm?',
      '¿Qué función tiene en la empresa?',
      'Quelle est votre fonction dans l’entreprise ?',
    ),
    [
      offer(
        'owner',
        say(
          'Firma sahibi / ortak',
          'Owner / partner',
          'Propiedad de la empresa',
          'Propriétaire / copropriétaire',
        ),
      ),
      offer(
        'general_manager',
        say('Genel müdür', 'General manager', 'Dirección general', 'Direction générale'),
      ),
      offer(
        'export_sales',
        say('İhracat / satış', 'Export / sales', 'Exportación / ventas', 'Export / ventes'),
      ),
      offer(
        'production_quality',
        say('Üretim / kalite', 'Production / quality', 'Producción / calidad', 'Production / qualité'),
      ),
    ],
    { orOther: true },
  ),
  // Who knows the number of people from the firm list finds the band by `from` and `to`.
  selectOne(
    'A3',
    say(
      'Firmanızda kaç kişi çalışıyor?',
      'How many people work in your firm?',
      '¿Cuántas personas trabajan en su empresa?',
      'Combien de personnes travaillent dans votre entreprise ?',
    ),
    [
      offer('1-9', same('1–9'), { from: 1, to: 9 }),
      offer('10-49', same('10–49'), { from: 10, to: 49 }),
      offer('50-249', same('50–249'), { from: 50, to: 249 }),
      offer('250+', say('250 ve üzeri', '250 or more', '250 o más', '250 ou plus'), {
        from: 250,
        to: 1000000,
      }),
    ],
    { cells: { heyet_profile: 'firm.employees' } },
  ),
  selectOne(
    'A4',
    say(
      'Geçen yılki net satış hasılatınız ne kadardı?',
      'What were your net sales last year?',
      '¿Cuál fue su cifra neta de ventas el año pasado?',
      'Quel a été votre chiffre d’affaires net l’an dernier ?',
    ),
    [
      offer(
        'below_10m',
        say('10 milyon TL altı', 'Below 10 million TRY', 'Menos de 10 M TRY', 'Moins de 10 M TRY'),
      ),
      offer('10_50m', say('10–50 milyon TL', '10–50 million TRY', '10–50 M TRY', '10–50 M TRY')),
      offer('50_100m', say('50–100 milyon TL', '50–100 million TRY', '50–100 M TRY', '50–100 M TRY')),
      offer('100_250m', say('100–250 milyon TL', '100–250 million TRY', '100–250 M TRY', '100–250 M TRY')),
      offer('250_500m', say('250–500 milyon TL', '250–500 million TRY', '250–500 M TRY', '250–500 M TRY')),
      offer(
        '500m_1bn',
        say('500 milyon – 1 milyar TL', '500 million – 1 billion TRY', '500–1000 M TRY', '500 M – 1 Md TRY'),
      ),
      offer(
        'above_1bn',
        say('1 milyar TL üzeri', 'Above 1 billion TRY', 'Más de 1000 M TRY', 'Plus de 1 Md TRY'),
      ),
      offer(
        'not_said',
        say(
          'Belirtmek istemiyorum',
          'I prefer not to say',
          'Prefiero no decirlo',
          'Je préfère ne pas le dire',
        ),
      ),
    ],
    {
      cells: {
        guidance_hint: say(
          'Firmanızın büyüklük sınıfı (KOBİ) için soruyoruz. Beyanınız yeterlidir; belge istenmez.',
          'We ask for the size class of your firm (SME). Your word is enough; no paper is needed.',
          'Lo preguntamos por la categoría de tamaño de su empresa (pyme). Basta su declaración; no hace falta ningún documento.',
          'Nous le demandons pour la catégorie de taille de votre entreprise (PME). Votre déclaration suffit ; aucun document n’est demandé.',
        ),
      },
    },
  ),
  selectMultiple(
    'A5',
    say(
      'Hangi ürün ve hizmetleri sunuyorsunuz?',
      'What do you make or do?',
      '¿Qué productos o servicios ofrece?',
      'Quels produits ou services proposez-vous ?',
    ),
    products,
    {
      most: 5,
      cells: {
        choice_filter: "cluster = ${A1} or ${A1} = 'both' or ${A1} = 'none' or name = 'other'",
      },
    },
  ),
  // XLSForm has no `or_other` beside a filter: this is what it would do.
  question(
    'text',
    'A5_other',
    say('Lütfen belirtiniz', 'Please specify', 'Especifique, por favor', 'Veuillez préciser'),
    { required: 'no', relevant: "selected(${A5}, 'other')" },
  ),
  question(
    'text',
    'A6',
    say(
      'Başlıca ürünlerinizin GTİP numaraları (en çok 5)',
      'HS codes of your main products (up to 5)',
      'Códigos arancelarios (SA) de sus principales productos (máximo 5)',
      'Codes douaniers (SH) de vos principaux produits (5 au plus)',
    ),
    {
      required: 'no',
      hint: say(
        'Virgülle ayırınız, örneğin: 860719, 732690. Bilmiyorsanız bu soruyu atlayabilirsiniz.',
        'Separate them by commas, for example: 860719, 732690. If you do not know, you can skip this question.',
        'Sepárelos con comas, por ejemplo: 860719, 732690. Si no los sabe, puede saltar esta pregunta.',
        'Séparez-les par des virgules, par exemple : 860719, 732690. Si vous ne les connaissez pas, vous pouvez passer cette question.',
      ),
      constraint: "regex(., '^[0-9]{4,12}(,[ ]?[0-9]{4,12}){0,4}$')",
      constraint_message: say(
        'Her numara noktasız 4–12 rakamdan oluşur; en çok 5 numara, virgülle ayrılmış: 860719, 732690',
        'Each code has 4 to 12 digits without dots; up to 5 codes, separated by commas: 860719, 732690',
        'Cada código tiene de 4 a 12 cifras sin puntos; hasta 5 códigos separados con comas: 860719, 732690',
        'Chaque code compte 4 à 12 chiffres sans points ; 5 codes au plus, séparés par des virgules : 860719, 732690',
      ),
    },
  ),
)

import { offer } from '../choices.ts'
import { say, type FormRow } from '../rows.ts'

const rail = { cluster: 'rail' }
const aviation = { cluster: 'aviation' }

/** What firms of the two clusters make and do. */
export const products: readonly FormRow[] = [
  offer('bogie_parts', say('Boji parçaları', 'Bogie parts', 'Piezas de bogies', 'Pièces de bogies'), rail),
  offer('wheelsets', say('Tekerlek takımları', 'Wheelsets', 'Ejes montados', 'Essieux montés'), rail),
  offer(
    'castings',
    say('Döküm ve dövme', 'Castings and forgings', 'Fundición y forja', 'Fonderie et forge'),
    rail,
  ),
  offer(
    'welded',
    say('Kaynaklı yapılar', 'Welded structures', 'Estructuras soldadas', 'Structures soudées'),
    rail,
  ),
  offer(
    'interiors',
    say('İç donanım', 'Interiors', 'Interiores de vehículos', 'Aménagements intérieurs'),
    rail,
  ),
  offer(
    'cabinets',
    say('Elektrik panoları', 'Electrical cabinets', 'Armarios eléctricos', 'Armoires électriques'),
    rail,
  ),
  offer(
    'traction',
    say('Cer sistemleri', 'Traction systems', 'Sistemas de tracción', 'Systèmes de traction'),
    rail,
  ),
  offer(
    'braking',
    say('Fren sistemleri', 'Braking systems', 'Sistemas de freno', 'Systèmes de freinage'),
    rail,
  ),
  offer('signalling', say('Sinyalizasyon', 'Signalling', 'Señalización', 'Signalisation'), rail),
  offer(
    'track',
    say('Ray ve bağlantı elemanları', 'Track and fasteners', 'Vía y fijaciones', 'Voie et attaches'),
    rail,
  ),
  offer(
    'maintenance',
    say(
      'Bakım ve revizyon',
      'Maintenance and overhaul',
      'Mantenimiento y revisión',
      'Maintenance et révision',
    ),
    rail,
  ),
  offer(
    'machined',
    say('Talaşlı imalat parçaları', 'Machined parts', 'Piezas mecanizadas', 'Pièces usinées'),
    aviation,
  ),
  offer('sheet_metal', say('Sac işleme', 'Sheet metal', 'Chapa metálica', 'Tôlerie'), aviation),
  offer(
    'special_processes',
    say('Özel prosesler', 'Special processes', 'Procesos especiales', 'Procédés spéciaux'),
    aviation,
  ),
  offer('composites', say('Kompozit', 'Composites', 'Materiales compuestos', 'Composites'), aviation),
  offer(
    'engine_parts',
    say('Motor parçaları', 'Engine parts', 'Piezas de motor', 'Pièces de moteur'),
    aviation,
  ),
  offer(
    'tooling',
    say('Takım ve fikstür', 'Tooling and fixtures', 'Utillaje y útiles de sujeción', 'Outillage et montages'),
    aviation,
  ),
  offer(
    'ground_equipment',
    say('Yer destek ekipmanı', 'Ground equipment', 'Equipos de tierra', 'Équipements au sol'),
    aviation,
  ),
  offer(
    'mro',
    say(
      'Uçak bakım ve onarımı (MRO)',
      'Aircraft maintenance (MRO)',
      'Mantenimiento (MRO)',
      'Maintenance (MRO)',
    ),
    aviation,
  ),
  offer(
    'software_test',
    say('Yazılım ve test', 'Software and test', 'Software y ensayos', 'Logiciels et essais'),
    aviation,
  ),
  offer('other', say('Diğer', 'Other', 'Otro', 'Autre')),
]

/// Short forms for what people do most. A command takes more members than a person wants to see; what is not named
/// here is asked as the contract says it.
import type { Member } from './schema'

function text(name: string, title: string, required = true, help?: string): Member {
  return { name, title, kind: 'text', required, choices: [], help }
}

function whole(name: string, title: string, required = true, help?: string): Member {
  return { name, title, kind: 'integer', required, choices: [], help }
}

const reason = text('reason', 'Reason', true, 'It stands in the order’s history.')

export const forms: Record<string, Member[]> = {
  'billing.confirm_invoice': [
    text('number', 'Finance’s number of it'),
    { name: 'total', title: 'Total with tax', kind: 'money', required: true, choices: [], help: 'As finance has booked it, as in “120.50 GBP”.' },
    text('tax', 'Of which tax', false, 'A plain number, as in 20.08. Empty: none.'),
  ],
  'billing.prepare_invoice': [],
  'billing.reverse_invoice': [reason],
  'billing.void_invoice': [reason],
  'billing.write_off': [text('amount', 'Amount', true, 'A plain number, as in 12.50.'), reason],
  'cases.assign_case': [text('person', 'To whom')],
  'cases.pause_case': [text('reason', 'Who must approve, and why')],
  'cases.resolve_case': [text('note', 'Note', false)],
  'cases.resolve_incident': [
    {
      name: 'resolution',
      title: 'How',
      kind: 'choice',
      required: true,
      choices: ['accepted', 'corrected', 'counted', 'resent', 'cancelled'],
      help: 'Every open case of this cause ends so.',
    },
    text('note', 'Note', false),
  ],
  'cases.start_case': [],
  'inventory.approve_count': [],
  'inventory.count_stock': [whole('counted', 'Units found', true, 'All that are there, whoever they are for.'), text('counted_by', 'Counted by', true, 'Somebody else than before.')],
  'orders.archive_order': [],
  'orders.cancel_lines': [reason],
  'orders.lift_hold': [reason],
  'orders.place_hold': [
    reason,
    { name: 'expires_at', title: 'Until', kind: 'time', required: false, choices: [], help: 'Empty: until somebody lifts it.' },
  ],
  'returns.authorize_return': [
    {
      name: 'lines',
      title: 'Lines and units',
      kind: 'line_units',
      required: true,
      choices: [],
      help: 'One line each: the line’s number and how many units, as in “3 12”.',
    },
    reason,
  ],
  'returns.inspect_return': [
    whole('quantity', 'Units', true, 'As many as it is true of; the rest waits.'),
    {
      name: 'disposition',
      title: 'What becomes of them',
      kind: 'choice',
      required: true,
      choices: ['restock', 'hold', 'scrap', 'deny'],
      help: 'Deny: they go back to the customer, who keeps owing for them.',
    },
    text('note', 'Note', false),
  ],
  'returns.match_return': [text('order', 'Order'), whole('line', 'Line'), whole('quantity', 'Units', false, 'Empty: all of them.')],
  'returns.reject_return': [reason],
  'shipping.correct_shipment': [
    whole('line', 'Line'),
    whole('quantity', 'Units that are wrong'),
    text('wrong_item', 'Item that went instead', false, 'Empty: not known.'),
  ],
  'warehouse.release_order': [],
}

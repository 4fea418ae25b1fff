/// The keys that programs come in with: made once, warned about before they end, changed over with an overlap.
import { useState } from 'react'
import { useAdministers } from '@/api/session'
import { useKeys } from '@/frame/keys'
import { useNow } from '@/kit/clock'
import desk from '@/kit/desk.module.css'
import { count, span, words } from '@/kit/format'
import { Button, Kbd, Moment, Pill } from '@/kit/parts'
import { useShown } from '@/kit/shown'
import { Empty } from '@/kit/states'
import { type Key, keyState, type MadeKey, readKeys, revokeKey, sayScope } from './access'
import { FormDialog } from './FormDialog'
import { NewKeyDialog } from './NewKeyDialog'
import { Once } from './Once'
import { RotateDialog } from './RotateDialog'
import css from './access.module.css'

function State({ of, now }: { of: Key; now: number }) {
  const state = keyState(of, now)
  const left = of.expires_at ? span(Date.parse(of.expires_at) - now) : ''
  if (state === 'works') return <Pill tone="good" glyph="done">Works</Pill>
  if (state === 'ends_soon') return <Pill tone="warn" glyph="clock">Ends in {left}</Pill>
  if (state === 'replaced') return <Pill tone="info" glyph={2}>Replaced; works {left} more</Pill>
  if (state === 'expired') return <Pill tone="mute" glyph="clock">Expired</Pill>
  return <Pill tone="mute" glyph="cross">Revoked</Pill>
}

type Doing = { rotate: Key } | { revoke: Key } | 'make'

export function Keys() {
  const { data: keys, instead, stale } = useShown(['access', 'keys'], readKeys)
  const now = useNow()
  const may = useAdministers()
  const [all, setAll] = useState(false)
  const [doing, setDoing] = useState<Doing>()
  const [made, setMade] = useState<MadeKey>()
  useKeys({ n: () => may && setDoing('make') })

  if (!keys) return instead
  const ending = keys.filter((key) => keyState(key, now) === 'ends_soon')
  const over = keys.filter((key) => ['expired', 'revoked'].includes(keyState(key, now)))
  const shown = all ? keys : keys.filter((key) => !over.includes(key))
  const close = () => setDoing(undefined)
  return (
    <div className={desk.list}>
      {stale}
      {ending.length > 0 ? (
        <p className={css.warning} role="status">
          <b>{count(ending.length, 'key')}</b> {ending.length === 1 ? 'ends' : 'end'} within 14 days: {ending.map((key) => key.principal).join(', ')}. Rotate{' '}
          {ending.length === 1 ? 'it' : 'them'}: the old key works on while the other side changes over.
        </p>
      ) : null}
      <div className={css.tools}>
        <span className="faint">{count(shown.length, 'key')}</span>
        {over.length > 0 ? (
          <label className={css.check}>
            <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} /> Also the {over.length} that ended
          </label>
        ) : null}
        {may ? (
          <Button look="primary" onPress={() => setDoing('make')}>
            New key <Kbd>n</Kbd>
          </Button>
        ) : null}
      </div>
      {shown.length === 0 ? (
        <Empty title="No program comes in yet.">
          <p>A key is for a shop, an ERP, a warehouse system or a script. It has roles and a scope like a person.</p>
        </Empty>
      ) : (
        <div className={desk.table} role="region" aria-label="Keys" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">Key</th>
                <th scope="col">Of</th>
                <th scope="col">State</th>
                <th scope="col">Roles</th>
                <th scope="col">Where</th>
                <th scope="col">Ends</th>
                <th scope="col">
                  <span className="hidden">Acts</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((key) => (
                <tr key={key.prefix}>
                  <td className="mono">{key.prefix}…</td>
                  <td>
                    {key.principal}
                    {key.source === key.principal ? null : <small>messages come from {key.source}</small>}
                  </td>
                  <td>
                    <State of={key} now={now} />
                  </td>
                  <td>{key.roles.map(words).join(', ')}</td>
                  <td>{sayScope(key.scope)}</td>
                  <td>
                    <Moment at={key.expires_at} />
                  </td>
                  <td>
                    {may && ['works', 'ends_soon', 'replaced'].includes(keyState(key, now)) ? (
                      <span className={css.row}>
                        {keyState(key, now) === 'replaced' ? null : (
                          <Button aria-label={`Rotate the key of ${key.principal}`} onPress={() => setDoing({ rotate: key })}>
                            Rotate
                          </Button>
                        )}
                        <Button aria-label={`Revoke the key of ${key.principal}`} onPress={() => setDoing({ revoke: key })}>
                          Revoke
                        </Button>
                      </span>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {doing === 'make' ? <NewKeyDialog onClose={close} onMade={setMade} /> : null}
      {doing && doing !== 'make' && 'rotate' in doing ? <RotateDialog of={doing.rotate} onClose={close} onMade={setMade} /> : null}
      {doing && doing !== 'make' && 'revoke' in doing ? (
        <FormDialog title={`Revoke the key of ${doing.revoke.principal}`} act="Revoke it now" submit={(key) => revokeKey(doing.revoke.prefix, key)} onClose={close}>
          <p>
            Whatever comes with <span className="mono">{doing.revoke.prefix}…</span> is refused from now on. This cannot be undone; rotate it to change over
            without a gap.
          </p>
        </FormDialog>
      ) : null}
      {made ? (
        <Once
          title="The new key"
          sentence="Copy it now: only its hash is kept, and it is never shown again."
          secret={made.key}
          what="key"
          onClose={() => setMade(undefined)}
        />
      ) : null}
    </div>
  )
}

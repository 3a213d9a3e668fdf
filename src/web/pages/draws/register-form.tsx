import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { Field } from '#web/_components/field.tsx'
import { client } from '#web/_lib/client.ts'
import { useDrawFailure, useDrawText } from './use-text.ts'

/** Fields whose text may be a number, and those that may part a population. */
const NUMBERS = new Set(['text', 'number'])
const STRATA = new Set(['choice', 'text', 'yes-no'])

/** 从登记簿取总体: which records, what their number is, and how they are parted. */
export function RegisterForm() {
  const text = useDrawText()
  const failureText = useDrawFailure()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState('')
  const [days, setDays] = useState({ from: '', to: '' })
  const [number, setNumber] = useState('')
  const [strata, setStrata] = useState('none')
  const [filter, setFilter] = useState({ field: '', option: '' })
  const registers = useQuery({ queryKey: ['registers'], queryFn: () => client.register.list() })
  const register = registers.data?.registers.find(({ id }) => id === chosen)
  const fields = register?.fields.filter(({ isRetired }) => !isRetired) ?? []
  const options = fields.flatMap((field) => (field.type === 'choice' && field.id === filter.field ? field.options : []))
  const take = useMutation({
    mutationFn: () => client.draw.fromRegister({ source: sourceOf(), growing: null }),
    onSuccess: ({ id: drawId }) => navigate({ to: '/draws/$drawId', params: { drawId } }),
  })
  const sourceOf = () => ({
    register: chosen,
    from: days.from === '' ? null : days.from,
    to: days.to === '' ? null : days.to,
    org: null,
    choices: filter.option === '' ? {} : { [filter.field]: [filter.option] },
    number: number === '' ? null : number,
    strata: strata === 'none' ? ('none' as const) : strata === 'org' ? ('org' as const) : { field: strata },
  })
  return (
    <details className="draws-register">
      <summary>{text.fromRegister}</summary>
      <form
        className="draws-form"
        onSubmit={(event) => {
          event.preventDefault()
          take.mutate()
        }}
      >
        <p className="quiet">{text.fromRegisterWords}</p>
        <label className="field">
          <span className="label">{text.register}</span>
          <select
            className="input"
            required
            value={chosen}
            onChange={(event) => {
              setChosen(event.target.value)
              setNumber('')
              setStrata('none')
              setFilter({ field: '', option: '' })
            }}
          >
            <option value="">{text.choose}</option>
            {registers.data?.registers
              .filter(({ sensitivity }) => sensitivity !== 'personal')
              .map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
          </select>
        </label>
        <div className="draws-line">
          <Field label={text.from} type="date" value={days.from} onChange={(event) => setDays({ ...days, from: event.target.value })} />
          <Field label={text.to} type="date" value={days.to} onChange={(event) => setDays({ ...days, to: event.target.value })} />
        </div>
        <div className="draws-line">
          <Pick label={text.number} value={number} onChange={setNumber}>
            <option value="">{text.ownNumber}</option>
            {fields.filter(({ type }) => NUMBERS.has(type)).map(optionOf)}
          </Pick>
          <Pick label={text.strata} value={strata} onChange={setStrata}>
            <option value="none">{text.noStrata}</option>
            <option value="org">{text.byOrg}</option>
            {fields.filter(({ type }) => STRATA.has(type)).map(optionOf)}
          </Pick>
          <Pick label={text.only} value={filter.field} onChange={(field) => setFilter({ field, option: '' })}>
            <option value="">{text.everything}</option>
            {fields.filter(({ type }) => type === 'choice').map(optionOf)}
          </Pick>
          {filter.field === '' ? null : (
            <Pick label={text.is} value={filter.option} onChange={(option) => setFilter({ ...filter, option })}>
              <option value="">{text.everything}</option>
              {options.map((option) => (
                <option key={option} value={option}>
                  {option}
                </option>
              ))}
            </Pick>
          )}
        </div>
        <FailureNotice error={take.error} words={failureText} />
        <p>
          <button type="submit" className="button primary" disabled={take.isPending}>
            {take.isPending ? text.uploading : text.take}
          </button>
        </p>
      </form>
    </details>
  )
}

interface PickProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly children: ReactNode
}

function Pick({ label, value, onChange, children }: PickProps) {
  return (
    <label className="field">
      <span className="label">{label}</span>
      <select className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        {children}
      </select>
    </label>
  )
}

function optionOf({ id, label }: { readonly id: string; readonly label: string }) {
  return (
    <option key={id} value={id}>
      {label}
    </option>
  )
}

import { Link } from '@tanstack/react-router'
import { useText } from '#web/_lib/language.ts'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'
import './frame.css'

export function NotFound() {
  const text = useText({ zh, en })
  return (
    <div className="trouble">
      <p>{text.notFound}</p>
      <Link to="/" className="button">
        {text.backHome}
      </Link>
    </div>
  )
}

export function Failed() {
  const text = useText({ zh, en })
  return (
    <div className="trouble" role="alert">
      <p>{text.crashed}</p>
      <button type="button" className="button" onClick={() => location.reload()}>
        {text.reload}
      </button>
    </div>
  )
}

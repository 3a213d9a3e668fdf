import { useEffect, useRef, useState } from 'react'
import { Icon } from '#web/_components/icon.tsx'
import { defaultLayout, type Layout } from './model/layout.ts'
import { useLedgerText } from './use-text.ts'

/** Which columns are shown, and how high rows are. */
export function ColumnsMenu({ layout, onLayout }: { readonly layout: Layout; readonly onLayout: (layout: Layout) => void }) {
  const { text } = useLedgerText()
  const element = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  useEffect(() => {
    const leave = (event: PointerEvent): void => {
      if (event.target instanceof Node && element.current?.contains(event.target) === false) setIsOpen(false)
    }
    document.addEventListener('pointerdown', leave)
    return () => document.removeEventListener('pointerdown', leave)
  }, [])
  return (
    <div className="menu" ref={element} onKeyDown={(event) => event.key === 'Escape' && setIsOpen(false)}>
      <button type="button" className="button small" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <Icon name="columns" />
        {text.columns}
      </button>
      {isOpen ? (
        <div className="popover" role="group" aria-label={text.columns}>
          <ul className="values">
            {layout.columns.map((each) => (
              <li key={each.column}>
                <label>
                  <input
                    type="checkbox"
                    checked={!each.hidden}
                    onChange={() =>
                      onLayout({
                        ...layout,
                        columns: layout.columns.map((other) => (other === each ? { ...each, hidden: !each.hidden } : other)),
                      })
                    }
                  />
                  <span>{text.column[each.column]}</span>
                </label>
              </li>
            ))}
          </ul>
          <div className="foot">
            <button type="button" className="button quiet small" onClick={() => onLayout({ ...defaultLayout(), compact: layout.compact })}>
              {text.resetColumns}
            </button>
          </div>
        </div>
      ) : null}
    </div>
  )
}

/** A new cycle: its design, the draw, and keeping it. For managers, once a register is there. */
import { Link, useNavigate } from 'react-router'
import type { Agency } from '../../core/access/member'
import type { Framework } from '../../core/framework/schema'
import { useArea, useCycles, useMembers, useSubjects } from '../../store/cycles'
import { useFrameworks } from '../../store/frameworks'
import type { Held } from '../../store/read'
import { common } from '../../text/common'
import { design as words } from '../../text/cycles-design'
import { plansRefusalText } from '../../text/register'
import { formatCount, formatDay } from '../../ui/format'
import { Loading } from '../../ui/Loading'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import { DesignForm } from './design/DesignForm'
import { DrawnSample } from './design/DrawnSample'
import { type DesignSetting, useDesign } from './design/use-design'
import { usePopulation } from './design/use-population'
import { usePermissions } from './use-cycle-view'
import './cycles.scss'

export function NewCyclePage() {
  const population = usePopulation()
  const frameworks = useFrameworks()
  const cycles = useCycles()
  const subjects = useSubjects()
  const area = useArea()
  const members = useMembers()
  const may = usePermissions()
  if (may && !may.manage) return <Stopped>{words.noPermission}</Stopped>
  if (population.type === 'no-register') return <Stopped link={words.toRegister}>{words.noRegister}</Stopped>
  if (population.type === 'refused') {
    return <Stopped link={words.openRegister}>{plansRefusalText(population.refusal)}</Stopped>
  }
  if (population.type === 'loading' || !frameworks || !cycles || !subjects || !area || !members || !may) {
    return (
      <Page title={words.title}>
        <Loading label={words.loading} />
      </Page>
    )
  }
  const setting: DesignSetting = {
    population: population.population,
    frameworks: forPlans(frameworks),
    names: cycles.map(({ body }) => body.name),
    subjects,
    agencies: new Set(members.filter(({ body }) => body.active).map(({ body }) => body.agency)).size,
  }
  return <NewCycle setting={setting} agencies={area.body.agencies} />
}

function NewCycle({ setting, agencies }: { readonly setting: DesignSetting; readonly agencies: readonly Agency[] }) {
  const { form, N, preview, framework, drawn, failure, draw, keep, change } = useDesign(setting)
  const navigate = useNavigate()
  const { plans, register } = setting.population
  const { asOf } = register.body
  if (drawn) {
    const keepAndOpen = async () => {
      const cycleId = await keep(drawn)
      if (cycleId) await navigate(`/cycles/${cycleId}`)
    }
    return (
      <Page key="drawn" title={words.check.title} narrow>
        <DrawnSample
          drawn={drawn}
          framework={framework}
          asOf={asOf}
          failure={failure}
          onKeep={keepAndOpen}
          onChange={change}
        />
      </Page>
    )
  }
  return (
    <Page key="design" title={words.title}>
      <p className="govuk-body-l">{words.intro(formatCount(plans.length), formatDay(asOf))}</p>
      <DesignForm
        setting={setting}
        form={form}
        framework={framework}
        agencies={agencies}
        N={N}
        preview={preview}
        failure={failure}
        onDraw={draw}
      />
    </Page>
  )
}

/** Standards for whole plans, the newest version of each first. */
function forPlans(frameworks: readonly Held<Framework>[]): readonly Held<Framework>[] {
  return frameworks
    .filter(({ body }) => body.subject === 'plan')
    .sort((a, b) => b.body.version.localeCompare(a.body.version, undefined, { numeric: true }))
}

function Stopped({ children, link }: { readonly children: string; readonly link?: string }) {
  return (
    <Page title={words.title} narrow>
      <Notice>{children}</Notice>
      <Link className={link ? 'govuk-button' : 'govuk-link'} to={link ? '/register' : '/cycles'}>
        {link ?? common.back}
      </Link>
    </Page>
  )
}

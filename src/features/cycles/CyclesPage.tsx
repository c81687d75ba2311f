import { Page } from '../../ui/Page'
export function CyclesPage() {
  return <Page title="CyclesPage">{null}</Page>
}

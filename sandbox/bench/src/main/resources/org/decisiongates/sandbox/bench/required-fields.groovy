import org.decisiongates.policy.Finding

def missing = []
for (field in persons) {
    def person = item.has(field) ? item.person(field) : Optional.empty()
    if (person.isEmpty() || !person.get().active() || !person.get().assignable()) {
        missing << Finding.on(field, 'missing')
    }
}
for (field in days) {
    def day = item.has(field) ? item.date(field) : Optional.empty()
    if (day.isEmpty()) {
        missing << Finding.on(field, 'missing')
        continue
    }
    def ahead = context.daysUntil(day.get())
    if (ahead < 0 && context.changes(field) || ahead > horizonDays) {
        missing << Finding.on(field, 'missing')
    }
}
return missing

namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>Everything that happened in a partnership, from all of its files.</summary>
internal sealed class HistoryScript(SeedFiles files, string folder, HistorySeed seed)
{
    public IEnumerable<HistoryEvent> Events()
    {
        var people = Required<PeopleSeed>("people.yaml");
        var names = people.Responsibilities.ToDictionary(r => r.Key, r => r.Name, StringComparer.Ordinal);
        var inspections = Required<InspectionsSeed>("inspections.yaml");
        var (earlier, later) = (Required<PlanSeed>("plan-2021.yaml"), Required<PlanSeed>("plan.yaml"));
        var titles = inspections.Inspections.ToDictionary(i => i.Key, i => i.Title, StringComparer.Ordinal);
        return
        [
            .. new AccessHistory(seed, earlier.Title, later.Title).Events(),
            .. new InspectionHistory(seed, inspections, later.Title).Events(),
            .. new StatementHistory(seed.Statements).Events(),
            .. new PlanHistory(seed.Earlier, earlier, names, titles).Events(),
            .. new PlanHistory(seed.Later, later, names, titles).Events(),
            .. new PlanReportHistory(seed.Earlier, earlier.Title).Events(),
            .. new PlanReportHistory(seed.Later, later.Title).Events(),
            .. new MeasureHistory(Required<MeasuresSeed>("measures.yaml"), seed.Later, later.Title, names).Events(),
            .. new QuarterHistory(Required<QuartersSeed>("quarters.yaml"), Required<UpdatesSeed>("updates.yaml"), later.Title).Events(),
            .. seed.PublicPage is { } page ? new PublicPageHistory(page, later.Title).Events() : [],
            .. new EvidenceHistory(Required<EvidenceSeeds>("evidence.yaml"), (earlier.Title, later.Title)).Events(),
        ];
    }

    private T Required<T>(string file)
        where T : class => files.Read<T>(folder, file) ?? throw new SeedException($"{folder}: {file} is missing.");
}

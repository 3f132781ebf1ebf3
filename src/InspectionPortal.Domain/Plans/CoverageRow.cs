namespace InspectionPortal.Domain.Plans;

/// <summary>One recommendation.</summary>
/// <param name="Recommendation">Which.</param>
/// <param name="Work">What answers it, in the order of the plan, stopped work too.</param>
/// <param name="Measures">Ids of what measures it.</param>
/// <param name="Evidence">Ids of the items that prove something of it.</param>
/// <param name="FiledUnder">The aim that its theme names, where it names one.</param>
public sealed record CoverageRow(
    CoverageRecommendation Recommendation, IReadOnlyList<CoveringProject> Work, IReadOnlySet<Guid> Measures, IReadOnlySet<Guid> Evidence, CoverageAim? FiledUnder)
{
    public bool HasWork => Work.Any(w => w.Project.State == CoverageState.InHand);

    public bool HasLead => Work.Any(w => w.Project is { State: CoverageState.InHand, HasLead: true });

    public bool IsElsewhere => FiledUnder is { } aim && HasWork && Work.All(w => w.Project.AimId != aim.Id);
}

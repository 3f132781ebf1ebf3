namespace InspectionPortal.Web.Commands.Seeding;

public sealed class PlanSeed
{
    public string Title { get; set; } = string.Empty;
    public string? PeriodText { get; set; }
    public string? PeriodFrom { get; set; }
    public string? PeriodTo { get; set; }
    public string? OwnerGroup { get; set; }
    public List<string> Answers { get; set; } = [];
    public List<SectionSeed> Sections { get; set; } = [];
    public List<ExternalPlanSeed> ExternalPlans { get; set; } = [];
    public List<AimSeed> Aims { get; set; } = [];
}

namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>The life of an invented partnership: when its plans were written, agreed and closed, and who may read them.</summary>
public sealed class HistorySeed
{
    /// <summary>The day on which the partnership joins the portal.</summary>
    public string Start { get; set; } = string.Empty;

    public SigningSeed Signing { get; set; } = new();
    public PlanLifeSeed Earlier { get; set; } = new();
    public PlanLifeSeed Later { get; set; } = new();
    public List<DecisionSeed> Decisions { get; set; } = [];
    public List<StatementSeed> Statements { get; set; } = [];
    public List<HistoryGrantSeed> Grants { get; set; } = [];

    /// <summary>The public page, about the later plan; null for none.</summary>
    public PublicPageSeed? PublicPage { get; set; }
}

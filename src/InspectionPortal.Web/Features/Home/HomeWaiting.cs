namespace InspectionPortal.Web.Features.Home;

/// <summary>What waits in the partnership as a whole, whatever became of its plans.</summary>
internal sealed class HomeWaiting
{
    /// <summary>How many pieces of evidence are not released.</summary>
    public int Unreleased { get; init; }

    /// <summary>How many requests of scrutiny bodies wait for an answer.</summary>
    public int Asked { get; init; }

    /// <summary>The recommendation that the oldest of them is about; null for none.</summary>
    public Guid? AskedAbout { get; init; }

    /// <summary>Corrections of published reports that are with the chief officers and wait for this person too.</summary>
    public required List<HomeCorrection> Corrections { get; init; }

    /// <summary>Position statements that this person can approve on their own, those that wait longest first.</summary>
    public required List<HomeStatement> Statements { get; init; }

    /// <summary>What is set up so far.</summary>
    public required SetUpFacts SetUp { get; init; }

    /// <summary>How many plans are closed.</summary>
    public int ClosedPlans { get; init; }
}

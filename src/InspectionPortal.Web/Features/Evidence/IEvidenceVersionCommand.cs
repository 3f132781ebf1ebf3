namespace InspectionPortal.Web.Features.Evidence;

/// <summary>Which version of which item, and the row version that the page was opened at.</summary>
public interface IEvidenceVersionCommand
{
    Guid ItemId { get; }
    int Number { get; }
    uint Version { get; }
}

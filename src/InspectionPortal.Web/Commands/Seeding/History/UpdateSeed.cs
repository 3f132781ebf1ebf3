namespace InspectionPortal.Web.Commands.Seeding.History;

public sealed class UpdateSeed
{
    /// <summary>The rating that is proposed; null is "not rated".</summary>
    public string? Rating { get; set; }

    public string Status { get; set; } = "in-progress";
    public string? StatusReason { get; set; }

    /// <summary>What was said; null is "no change".</summary>
    public string? Text { get; set; }

    /// <summary>A second agency and what it said.</summary>
    public string? With { get; set; }

    public string? WithText { get; set; }
    public string? Forecast { get; set; }
    public string? Slip { get; set; }
    public string? Help { get; set; }

    /// <summary>Why it is not rated.</summary>
    public string? NotRated { get; set; }

    /// <summary>Another rating with which the partnership lead accepted it.</summary>
    public string? Accepted { get; set; }

    public string? Why { get; set; }

    /// <summary>True where the lead found the work evidenced.</summary>
    public bool Evidenced { get; set; }

    /// <summary>Why the lead first sent it back.</summary>
    public string? SentBack { get; set; }

    /// <summary>A comment of a chief officer.</summary>
    public string? Comment { get; set; }

    /// <summary>How far it is in a quarter that is open: draft, submitted, sent-back or accepted.</summary>
    public string State { get; set; } = "accepted";
}

namespace InspectionPortal.Web.Features.Updates;

/// <summary>Where one project stands in a quarter, as the partnership lead asks.</summary>
public enum UpdateStanding
{
    WaitingForReview,
    SentBack,
    Late,
    NotStarted,
    Started,
    Accepted,
}

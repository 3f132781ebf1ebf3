namespace InspectionPortal.Domain.Ratings;

/// <summary>Which way a rating went between two reports.</summary>
public enum MoveKind
{
    Same,
    Up,
    Down,
    New,
    Lost,
}

namespace InspectionPortal.Domain.Deadlines;

internal enum DeadlineTokenKind
{
    Word,
    Number,
    Mark,
}

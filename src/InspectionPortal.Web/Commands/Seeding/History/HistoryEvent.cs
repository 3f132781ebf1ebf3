namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>Something that somebody did, and when. It is one command or a few that belong together.</summary>
/// <param name="At">The moment.</param>
/// <param name="Act">Sends the commands.</param>
internal sealed record HistoryEvent(DateTimeOffset At, Func<HistoryStage, Task> Act);

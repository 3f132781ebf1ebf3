namespace InspectionPortal.Web.Jobs;

/// <summary>How the jobs are, without a word on what is in a partnership.</summary>
/// <param name="Nodes">Portals that report that they are alive and run jobs.</param>
/// <param name="Waiting">Jobs that are due and not begun.</param>
/// <param name="Running">Jobs that run now.</param>
/// <param name="RunningSince">Start of the one that runs longest; null where none does.</param>
public sealed record JobsState(int Nodes, int Waiting, int Running, DateTimeOffset? RunningSince);

namespace InspectionPortal.Web.Jobs;

/// <summary>What jobs are made from.</summary>
public sealed record JobTools(PartnershipScopes Scopes, JobTurns Turns, TimeProvider Time, ILoggerFactory Logs);

namespace InspectionPortal.Web.Features.Projects;

/// <summary>What the page offers this person.</summary>
/// <param name="WriteTests">True for who answers for the project.</param>
public sealed record ProjectMay(bool Edit, bool Update, bool AddEvidence, bool IsMember, bool WriteTests);

using InspectionPortal.Domain.People;

namespace InspectionPortal.Domain.Scrutiny;

/// <summary>A link officer: a person who belongs to a scrutiny body.</summary>
public sealed class LinkOfficer
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid BodyId { get; set; }
    public ScrutinyBody? Body { get; set; }
    public Guid UserId { get; set; }
    public PortalUser? User { get; set; }

    /// <summary>True where they add and remove the officers of their body.</summary>
    public bool IsAdministrator { get; set; }

    public uint Version { get; set; }
}

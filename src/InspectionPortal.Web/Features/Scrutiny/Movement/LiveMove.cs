using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Web.Features.Scrutiny.Movement;

/// <summary>A project of a live plan whose rating moved.</summary>
internal sealed record LiveMove(LiveProject Project, Rating Before, Rating Now, MoveKind Move);

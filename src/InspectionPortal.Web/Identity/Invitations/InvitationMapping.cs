using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Identity.Invitations;

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    private const string IsOpen = "accepted_at IS NULL AND declined_at IS NULL AND withdrawn_at IS NULL";

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Version).IsRowVersion();
        builder.PrimitiveCollection(i => i.Roles).ElementType(e => e.HasConversion<string>());
        builder.HasOne<Partnership>().WithMany().HasForeignKey(i => i.PartnershipId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ScrutinyBody>().WithMany().HasForeignKey(i => i.BodyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(i => i.UserId).OnDelete(DeleteBehavior.Restrict);

        // One open invitation to an address in each place.
        builder.HasIndex(i => new { i.PartnershipId, i.NormalizedEmail }).IsUnique().HasFilter(IsOpen);
        builder.HasIndex(i => new { i.BodyId, i.NormalizedEmail }).IsUnique().HasFilter(IsOpen);
        builder.HasIndex(i => i.NormalizedEmail);

        // What each place lists: those that nobody accepted or withdrew.
        builder.HasIndex(i => i.PartnershipId);
        builder.HasIndex(i => new { i.Kind, i.Name }).HasFilter("accepted_at IS NULL AND withdrawn_at IS NULL");
        builder.ToTable(t =>
        {
            // Whoever works within a partnership can write rows of that partnership only, so never a link officer or an administrator.
            t.HasCheckConstraint("ck_invitations_partnership", "(partnership_id IS NOT NULL) = (kind IN ('Member', 'FirstLead', 'ChiefOfficer'))");
            t.HasCheckConstraint("ck_invitations_body", "(body_id IS NOT NULL) = (kind = 'LinkOfficer')");
            t.HasCheckConstraint("ck_invitations_user", "(user_id IS NOT NULL) = (kind = 'ChiefOfficer')");
        });
    }
}

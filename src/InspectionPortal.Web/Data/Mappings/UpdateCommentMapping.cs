using InspectionPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Mappings;

internal sealed class UpdateCommentMapping : IEntityTypeConfiguration<UpdateComment>
{
    public void Configure(EntityTypeBuilder<UpdateComment> builder)
    {
        builder.BelongsTo(c => c.Update, nameof(UpdateComment.UpdateId));
        builder.HasOne(c => c.By).WithMany().HasForeignKey(c => c.ByUserId).OnDelete(DeleteBehavior.Restrict);
    }
}

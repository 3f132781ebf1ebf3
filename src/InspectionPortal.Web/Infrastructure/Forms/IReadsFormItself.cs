namespace InspectionPortal.Web.Infrastructure.Forms;

/// <summary>Marks an action that reads its form part by part: nothing may read it before.</summary>
public interface IReadsFormItself;

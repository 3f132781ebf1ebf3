namespace InspectionPortal.Web.Infrastructure;

/// <summary>Gives the layout the frame of the current request.</summary>
public interface ILayoutModelSource
{
    /// <summary>The frame of the current request. Never null: outside a partnership it has fewer parts.</summary>
    LayoutModel Current { get; }
}
